//! Integration tests: each runs the program on folders and checks what it wrote.

use mimalloc::MiMalloc;

mod accessibility;
mod agreement_spellings;
mod altered_plans;
mod attachments;
mod blank_form;
mod booklet;
mod broken;
mod build;
mod cases;
mod command_line;
mod consistency;
mod departments;
mod double_click;
mod export;
mod file_system;
mod fixture;
mod follow_up;
mod forget;
mod full_builds;
mod golden;
mod groups;
mod guides;
mod import;
mod incremental_build;
mod languages;
mod large_department;
mod large_files;
mod leader_view;
mod lists;
mod locks;
mod new;
mod pdf;
mod pdf_output;
mod people_list;
mod plan;
mod plan_sentences;
mod preparation;
mod print;
mod privacy;
mod profile_form;
mod program;
mod programme_privacy;
mod programmes;
mod public_edition;
mod public_noninterference;
mod random_departments;
mod rng;
mod rollover;
mod sample;
mod schema;
mod serve;
mod several_departments;
mod sharing;
mod signing;
mod skip;
mod status;
mod strategic_plan;
mod tagged_pdf;
mod tampering;
mod text_round_trip;
mod typed;
#[cfg(unix)]
mod unprivileged;
mod watch;
mod windows;
mod words;

/// The allocator of `spind`, since the tests typeset too.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;
