//! The shared files of a department, to which its other files refer.

use super::catalogue::Catalogue;
use super::role_model::RoleModel;
use super::settings::Settings;

/// The shared files of a department.
#[derive(Clone, Copy)]
pub(crate) struct Shared<'a> {
    pub settings: &'a Settings,
    pub role_model: &'a RoleModel,
    pub catalogue: &'a Catalogue,
}
