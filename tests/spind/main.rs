//! Runs the program on folders and looks at what it wrote.

mod accessible;
mod blank_form;
mod broken;
mod build;
mod departments;
mod folder;
mod forget;
mod golden;
mod new;
mod pdf;
mod plan;
mod preparation;
mod printed;
mod program;
mod rollover;
mod sample;
mod tags;
mod text;
