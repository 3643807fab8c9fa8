// SPDX-License-Identifier: Apache-2.0
/// What is announced to a user who is looking elsewhere, and when it is better not to.
@NullMarked
package org.ginnel.ui.notify;

import org.jspecify.annotations.NullMarked;
