//! Runs the program on folders and looks at what it wrote.

mod blank_form;
mod booklet;
mod broken;
mod build;
mod departments;
mod folder;
mod forget;
mod golden;
mod groups;
mod large;
mod new;
mod pdf;
mod plan;
mod preparation;
mod privacy;
mod program;
mod rollover;
mod sample;
mod small_departments;
mod strategic_plan;
mod text;
