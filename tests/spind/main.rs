//! Runs the program on folders and looks at what it wrote.

mod broken;
mod build;
mod carried;
mod departments;
mod folder;
mod golden;
mod new;
mod office;
mod pdf;
mod plan;
mod program;
mod sample;
mod sentences;
mod signing;
mod spellings;
mod status;
mod tampering;
mod text;
