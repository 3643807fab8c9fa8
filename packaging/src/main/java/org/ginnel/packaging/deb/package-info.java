// SPDX-License-Identifier: Apache-2.0
/// The package for Debian and Ubuntu: the tree that every package has, and what dpkg wants to know about it.
@NullMarked
package org.ginnel.packaging.deb;

import org.jspecify.annotations.NullMarked;
