// SPDX-License-Identifier: Apache-2.0
/// The record of every change: who did what to whom, chained so that nothing can be changed in it unnoticed.
@NullMarked
package org.ginnel.provisioning.audit;

import org.jspecify.annotations.NullMarked;
