# The demonstration plan.

op-demo-authors = name the authors of the demonstration
op-demo-plan = make the demonstration plan

demo-name-unknown = The demonstration names { $name }, which its tables do not hold.
    .hint = This is a fault of the program. Your plans are not touched.
