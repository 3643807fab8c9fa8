// SPDX-License-Identifier: Apache-2.0
/// The package for Fedora, openSUSE and others with RPM: the tree that every package has, and a spec file that names
/// each of its files.
@NullMarked
package org.ginnel.packaging.rpm;

import org.jspecify.annotations.NullMarked;
