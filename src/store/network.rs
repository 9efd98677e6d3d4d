//! Whether a path lies on a drive of another machine, where locks and shared memory can't be relied on.
//!
//! On Linux the kernel's list of mounts names each drive's kind, inside FUSE too, which `statfs` does not. On Windows a
//! share is seen by its name. Elsewhere nothing is detected.

use std::path::{Component, Path, PathBuf, Prefix};

/// Kinds of drive that are another machine's.
const NETWORK: [&str; 18] = [
    "afs",
    "beegfs",
    "ceph",
    "cifs",
    "coda",
    "davfs",
    "fuse.davfs",
    "fuse.gcsfuse",
    "fuse.glusterfs",
    "fuse.gvfsd-fuse",
    "fuse.rclone",
    "fuse.s3fs",
    "fuse.sshfs",
    "lustre",
    "ncpfs",
    "nfs",
    "nfs4",
    "smb3",
];

/// The kind of network drive that `real` lies on, if it does.
pub fn drive_of(real: &Path) -> Option<String> {
    if let Some(Component::Prefix(prefix)) = real.components().next()
        && let Prefix::UNC(..) | Prefix::VerbatimUNC(..) = prefix.kind()
    {
        return Some("UNC".to_owned());
    }
    let mounts = std::fs::read_to_string("/proc/self/mountinfo").ok()?;
    network_mount(&mounts, real).map(str::to_owned)
}

/// The kind of the innermost mount that holds `real`, if it is a network's. A later mount covers an earlier one.
fn network_mount<'a>(mounts: &'a str, real: &Path) -> Option<&'a str> {
    mounts
        .lines()
        .filter_map(mount)
        .filter(|(point, _)| real.starts_with(point))
        .max_by_key(|(point, _)| point.components().count())
        .map(|(_, kind)| kind)
        .filter(|kind| NETWORK.contains(kind))
}

/// Mount point and kind of drive of one line: `36 35 98:0 /root /point options [more…] - kind source options`.
fn mount(line: &str) -> Option<(PathBuf, &str)> {
    let (left, right) = line.split_once(" - ")?;
    let point = left.split(' ').nth(4)?;
    Some((unescaped(point), right.split(' ').next()?))
}

/// The kernel writes space, tab, line feed and backslash as three octal digits.
fn unescaped(point: &str) -> PathBuf {
    let plain = point.replace("\\040", " ").replace("\\011", "\t").replace("\\012", "\n");
    PathBuf::from(plain.replace("\\134", "\\"))
}

#[cfg(test)]
mod tests {
    use super::network_mount;
    use std::path::Path;

    const MOUNTS: &str = "\
22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
40 22 0:45 / /mnt/share rw - cifs //server/share rw,vers=3.0
41 22 0:46 / /mnt/two\\040words rw shared:7 master:1 - nfs4 server:/export rw
42 22 0:47 / /home/a/remote rw - fuse.sshfs a@server: rw
43 40 254:1 / /mnt/share/local rw - xfs /dev/vdb rw
44 22 0:48 / /srv rw - autofs systemd-1 rw
45 44 0:49 / /srv rw - nfs server:/srv rw
";

    #[test]
    fn the_innermost_mount_decides() {
        let kind = |path: &str| network_mount(MOUNTS, Path::new(path));

        assert_eq!(kind("/home/a/workshop.kijo"), None);
        assert_eq!(kind("/mnt/share/workshop.kijo"), Some("cifs"));
        assert_eq!(kind("/mnt/shared/workshop.kijo"), None);
        assert_eq!(kind("/mnt/share/local/workshop.kijo"), None);
        assert_eq!(kind("/mnt/two words/workshop.kijo"), Some("nfs4"));
        assert_eq!(kind("/home/a/remote/deep/workshop.kijo"), Some("fuse.sshfs"));
        assert_eq!(kind("/srv/workshop.kijo"), Some("nfs"));
    }

    #[test]
    fn lines_it_does_not_know_are_passed_over() {
        assert_eq!(network_mount("", Path::new("/a")), None);
        assert_eq!(network_mount("nonsense\n - \n1 2 - nfs", Path::new("/a")), None);
    }
}
