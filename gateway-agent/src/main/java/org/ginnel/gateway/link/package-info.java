// SPDX-License-Identifier: Apache-2.0
/// The line to the provisioning service.
@NullMarked
package org.ginnel.gateway.link;

import org.jspecify.annotations.NullMarked;
