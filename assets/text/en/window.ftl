# Dialogs of the system, opened by the window.
window-open-plan = Open a plan
window-new-plan = Where should the new plan stand?
window-restore-plan = Where should the restored plan stand?
window-import = Import recommendations
window-save-report = Save the workbook
window-save-data = Take the data out
window-kind-plan = Upright plans
window-kind-matrix = Word, Excel, CSV and JSON files
window-kind-workbook = Excel workbooks
window-kind-table = CSV files
window-kind-json = Plans as JSON
window-kind-archive = Zip archives

window-work-stopped = The program could not finish what you asked for.
    .hint = Nothing was saved by it. Try again; if it happens again, close and open the plan.
window-nothing-to-show = This file cannot be shown in its folder.
    .hint = It may have been moved or deleted.
