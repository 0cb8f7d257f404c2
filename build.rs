//! Embeds version, icon and manifest in the Windows program.

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
        // Danish, like the description, which Windows shows as the program's name.
        .set_language(0x0406)
        .set("FileDescription", "Kompetenceplaner (spind)")
        .set("OriginalFilename", "spind.exe")
        .set("LegalCopyright", "Apache-2.0");
    // Without a resource compiler the program works all the same.
    if let Err(error) = resource.compile_for("spind") {
        println!("cargo:warning=no version, icon and manifest: {error}");
    }
}
