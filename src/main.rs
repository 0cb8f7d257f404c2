//! The command line of `spind`.

// A closed pipe makes these panic; `terminal` does not.
#![deny(clippy::print_stdout, clippy::print_stderr)]

mod args;
mod commands;
mod terminal;
mod usage;

use std::process::ExitCode;

use spind::language::{Language, Tag};

fn main() -> ExitCode {
    if let Some(code) = commands::double_click::run_if_meant() {
        return code;
    }
    let args = args::parse();
    if !args.common.quiet {
        commands::locks::tell_waits(args.common.lang);
    }
    commands::steps::tell_if_wanted(&args.common);
    let acts = matches!(
        args.verb,
        args::Verb::New(_)
            | args::Verb::Sign(_)
            | args::Verb::Import(_)
            | args::Verb::Rollover(_)
            | args::Verb::Forget(_)
    );
    let code = match args.verb {
        args::Verb::Build(build) => commands::build::run(&build, &args.common),
        args::Verb::Check(check) => commands::check::run(&check, &args.common),
        args::Verb::New(new) => commands::new::run(&new, &args.common),
        args::Verb::Sign(sign) => commands::sign::run(&sign, &args.common),
        args::Verb::Verify(verify) => commands::verify::run(&verify, &args.common),
        args::Verb::Extract(extract) => commands::extract::run(&extract, &args.common),
        args::Verb::Status(status) => commands::status::run(&status, &args.common),
        args::Verb::Rollover(rollover) => commands::rollover::run(&rollover, &args.common),
        args::Verb::Forget(forget) => commands::forget::run(&forget, &args.common),
        args::Verb::Export(export) => commands::export::run(&export, &args.common),
        args::Verb::Watch(watch) => commands::watch::run(&watch, &args.common),
        args::Verb::Schema(schema) => commands::schema::run(&schema, &args.common),
        args::Verb::Import(import) => commands::import::run(&import, &args.common),
        args::Verb::Completions(completions) => commands::completions::run(&completions, &args.common),
        args::Verb::Man => commands::man::run(&args.common),
        args::Verb::Serve(serve) => commands::serve::run(&serve, &args.common),
    };
    terminal::end(code, acts, Language::of(args.common.lang.unwrap_or_else(Tag::of_system)))
}
