//! Runs the program on folders and looks at what it wrote.

mod blank_form;
mod broken;
mod build;
mod departments;
mod export;
mod folder;
mod forget;
mod golden;
mod new;
mod pdf;
mod plan;
mod preparation;
mod program;
mod public;
mod public_purity;
mod rollover;
mod sample;
mod text;
