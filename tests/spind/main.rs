//! Runs the program on folders and looks at what it wrote.

mod broken;
mod build;
mod departments;
mod folder;
mod golden;
mod new;
mod office;
mod pdf;
mod plan;
mod program;
mod sample;
mod signing;
mod tampering;
mod text;
