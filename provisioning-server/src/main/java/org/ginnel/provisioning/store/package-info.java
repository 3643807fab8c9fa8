// SPDX-License-Identifier: Apache-2.0
/// What survives a restart: peers, their addresses and the revision of each server, in one SQLite file.
@NullMarked
package org.ginnel.provisioning.store;

import org.jspecify.annotations.NullMarked;
