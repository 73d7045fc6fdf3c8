//! What can be typed.

use std::path::PathBuf;

use clap::{Parser, Subcommand};

use crate::import::ImportOptions;

#[derive(Parser)]
#[command(
    name = "uprightctl",
    version,
    about = "Upright's commands on the command line"
)]
pub struct Options {
    /// Answer as JSON on standard output.
    #[arg(long, global = true)]
    pub json: bool,
    /// Name of the author of the changes, kept in the plan's history.
    #[arg(long, global = true)]
    pub author: Option<String>,
    #[command(subcommand)]
    pub verb: Verb,
}

#[derive(Subcommand)]
pub enum Verb {
    /// List every command of the table.
    Commands,
    /// Call a command of the table on a plan.
    Call {
        plan: PathBuf,
        command: String,
        /// Arguments as JSON; `-` reads them from standard input. A file is named by its path.
        arguments: Option<String>,
    },
    /// Make a new plan.
    New {
        plan: PathBuf,
        /// ISO 3166-1 alpha-3 code of the State the plan is of; that of `--from` where absent.
        #[arg(long, required_unless_present = "from")]
        state: Option<String>,
        /// That of `--from` where absent.
        #[arg(long, required_unless_present = "from")]
        title: Option<String>,
        /// Language of the records (BCP 47).
        #[arg(long, default_value = "en")]
        language: String,
        /// Take everything from a plan that was exported as JSON, or a register as CSV.
        #[arg(long, value_name = "FILE")]
        from: Option<PathBuf>,
    },
    /// Make the demonstration plan of a fictional State.
    Demo { plan: PathBuf },
    /// Look at the whole file: pages, links, chain of operations.
    Check { plan: PathBuf },
    /// Bring recommendations in from a foreign file.
    Import(Box<ImportOptions>),
    /// List records of a plan.
    List {
        plan: PathBuf,
        #[arg(default_value = "recommendations")]
        what: What,
        #[command(flatten)]
        narrowed: Narrowed,
    },
    /// Write a report.
    Report {
        plan: PathBuf,
        kind: ReportKind,
        #[arg(long)]
        output: PathBuf,
        /// Language of the report (BCP 47); the plan's own where absent.
        #[arg(long)]
        language: Option<String>,
        #[command(flatten)]
        narrowed: Narrowed,
    },
    /// Take the data out.
    Export {
        plan: PathBuf,
        format: ExportFormat,
        #[arg(long)]
        output: PathBuf,
        #[command(flatten)]
        narrowed: Narrowed,
        /// Language of headings and words (BCP 47); the plan's own where absent.
        #[arg(long)]
        language: Option<String>,
    },
    /// Take the last operation back.
    Undo { plan: PathBuf },
    /// Bring back what the last undo took.
    Redo { plan: PathBuf },
    /// Show what was done, by whom, when and from which file.
    History {
        plan: PathBuf,
        /// Only what touched this record: its id or reference.
        #[arg(long)]
        record: Option<String>,
    },
    /// Print the TypeScript contract of the table.
    #[command(hide = true)]
    Contract,
}

/// Which recommendations are meant.
#[derive(clap::Args)]
pub struct Narrowed {
    /// A saved view of the register, by its name.
    #[arg(long, value_name = "NAME")]
    pub view: Option<String>,
    /// A line as typed in the register (`torture -state:FRA without:lead`), or a filter as JSON.
    #[arg(long, value_name = "WORDS")]
    pub filter: Option<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum What {
    Recommendations,
    Actions,
    Agencies,
}

#[derive(Clone, Copy, clap::ValueEnum)]
pub enum ReportKind {
    Progress,
}

#[derive(Clone, Copy, clap::ValueEnum)]
pub enum ExportFormat {
    /// The whole plan: every table, with names of focal points and internal notes.
    Json,
    /// The register, one row a recommendation; comes back in by `import`.
    Csv,
    /// The register as an Excel workbook.
    Matrix,
    /// An Excel workbook in the columns of the Universal Human Rights Index.
    Uhri,
    /// The CSV tables of IMPACT OSS in a zip archive.
    ImpactOss,
}

impl ExportFormat {
    pub fn word(self) -> &'static str {
        match self {
            ExportFormat::Json => "json",
            ExportFormat::Csv => "csv",
            ExportFormat::Matrix => "matrix",
            ExportFormat::Uhri => "uhri",
            ExportFormat::ImpactOss => "impact-oss",
        }
    }
}
