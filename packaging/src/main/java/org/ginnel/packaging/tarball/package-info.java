// SPDX-License-Identifier: Apache-2.0
/// The archive for systems without a package manager that we pack for: the tree that every package has, and a script
/// that installs, upgrades, repairs and removes it, part by part.
@NullMarked
package org.ginnel.packaging.tarball;

import org.jspecify.annotations.NullMarked;
