// SPDX-License-Identifier: Apache-2.0
/// What an operator does: the same on the service's machine and, with a second factor, over HTTP.
@NullMarked
package org.ginnel.provisioning.admin;

import org.jspecify.annotations.NullMarked;
