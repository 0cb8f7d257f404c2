//! Gives the program for Windows its version, icon and manifest.

use std::env;

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=resources/windows");
    if env::var_os("CARGO_CFG_WINDOWS").is_none() {
        return;
    }
    let mut resource = winresource::WindowsResource::new();
    resource
        .set_icon("resources/windows/spind.ico")
        .set_manifest_file("resources/windows/spind.manifest")
        // Danish, as the description is, which Windows shows as the program's name.
        .set_language(0x0406)
        .set("FileDescription", "Kompetenceplaner (spind)")
        .set("OriginalFilename", "spind.exe")
        .set("LegalCopyright", "Apache-2.0");
    // Whoever builds it without a resource compiler gets a program that works all the same.
    if let Err(error) = resource.compile_for("spind") {
        println!("cargo:warning=no version, icon and manifest: {error}");
    }
}
