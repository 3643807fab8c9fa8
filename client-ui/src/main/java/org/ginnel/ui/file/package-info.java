// SPDX-License-Identifier: Apache-2.0
/// Files that the user names: what is exported goes there, what is imported comes from there.
@NullMarked
package org.ginnel.ui.file;

import org.jspecify.annotations.NullMarked;
