// SPDX-License-Identifier: Apache-2.0
/// The web server: the only package that knows Helidon.
@NullMarked
package org.ginnel.provisioning.http;

import org.jspecify.annotations.NullMarked;
