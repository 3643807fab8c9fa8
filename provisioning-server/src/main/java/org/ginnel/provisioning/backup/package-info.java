// SPDX-License-Identifier: Apache-2.0
/// Backups that nobody can read or change without the operator's secret.
@NullMarked
package org.ginnel.provisioning.backup;

import org.jspecify.annotations.NullMarked;
