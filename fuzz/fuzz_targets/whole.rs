#![no_main]
libfuzzer_sys::fuzz_target!(|data: &[u8]| { let _ = spind::build::check(std::path::Path::new("/nonexistent"), None, &spind::typeface::Typeface::embedded()); let _ = data; });
