// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.tree;

/// Where a kind of package puts things; without the `/` in front.
///
/// @param kind of package, as announcements of releases call it
/// @param home of the image
/// @param bin of programs for everybody
/// @param sbin of programs for root
/// @param units of systemd
/// @param share of manuals, menus and icons
/// @param zsh of completions, below `share`
/// @param fish of completions, below `share`
public record Places(
        String kind, String home, String bin, String sbin, String units, String share, String zsh, String fish) {
    /// Those of packages for Debian and Ubuntu.
    public static final Places DEBIAN = new Places(
            "deb",
            "usr/lib/ginnel",
            "usr/bin",
            "usr/sbin",
            "usr/lib/systemd/system",
            "usr/share",
            "zsh/vendor-completions",
            "fish/vendor_completions.d");

    /// Those of packages for Fedora, openSUSE and others with RPM.
    public static final Places RPM = new Places(
            "rpm",
            "usr/lib/ginnel",
            "usr/bin",
            "usr/sbin",
            "usr/lib/systemd/system",
            "usr/share",
            "zsh/site-functions",
            "fish/vendor_completions.d");

    /// Those of whoever installs without a package manager: nothing below `/usr` but what `/usr/local` is for.
    public static final Places LOCAL = new Places(
            "tar.xz",
            "opt/ginnel",
            "usr/local/bin",
            "usr/local/sbin",
            "etc/systemd/system",
            "usr/local/share",
            "zsh/site-functions",
            "fish/vendor_completions.d");
}
