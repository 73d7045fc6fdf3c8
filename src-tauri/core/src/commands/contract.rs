//! The TypeScript contract, made from the table: every type that crosses the border, once, and every
//! command with its arguments and result. `tests/golden` sees that the file in `ui/` is fresh.

use std::any::TypeId;
use std::collections::{BTreeMap, HashSet};

use ts_rs::{Config, TS, TypeVisitor};

use super::COMMANDS;
use crate::base::Error;
use crate::base::problem::Problem;
use crate::desk::ChangedEvent;

/// The whole contract as one TypeScript file.
#[must_use]
pub fn contract() -> String {
    let config = Config::default();
    let mut declarations = BTreeMap::new();
    let mut seen = HashSet::new();
    let mut collector = Collector {
        config: &config,
        declarations: &mut declarations,
        seen: &mut seen,
    };
    let mut lines = Vec::new();
    for command in COMMANDS {
        let args = (command.args)(&config, &mut collector);
        let result = (command.result)(&config, &mut collector);
        lines.push(format!(
            "  {}: {{ args: {args}; result: {result} }};",
            command.name
        ));
    }
    collector.name_of::<Error>(&config);
    collector.name_of::<Problem>(&config);
    collector.name_of::<ChangedEvent>(&config);
    let kinds: Vec<String> = COMMANDS
        .iter()
        .map(|command| format!("  {}: \"{}\",", command.name, command.kind.word()))
        .collect();
    let types: Vec<String> = declarations
        .into_values()
        .map(|declaration| format!("export {declaration}\n"))
        .collect();
    format!(
        "// Made from the command table by `cargo xtask bindings`. Do not edit.\n\n{}\n\
         export interface Commands {{\n{}\n}}\n\n\
         export const commandKinds = {{\n{}\n}} as const satisfies Record<\n  keyof Commands,\n  \
         \"desk\" | \"read\" | \"change\" | \"job\"\n>;\n",
        types.join("\n"),
        lines.join("\n"),
        kinds.join("\n"),
    )
}

/// Gathers the declarations of every type reached from the table.
pub struct Collector<'a> {
    config: &'a Config,
    declarations: &'a mut BTreeMap<String, String>,
    seen: &'a mut HashSet<TypeId>,
}

impl Collector<'_> {
    /// The name of `T` in TypeScript; its declaration and those it needs are gathered.
    pub fn name_of<T: TS + 'static + ?Sized>(&mut self, config: &Config) -> String {
        self.visit::<T>();
        T::name(config)
    }
}

impl TypeVisitor for Collector<'_> {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        // Only types of our own have a file to be written to; the rest are built in.
        if T::output_path().is_some() {
            self.declarations
                .insert(T::ident(self.config), T::decl(self.config));
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}
