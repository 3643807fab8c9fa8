// SPDX-License-Identifier: Apache-2.0
/// Small services that answer in the lab: names, echoes, and who is asking.
@NullMarked
package org.ginnel.lab.service;

import org.jspecify.annotations.NullMarked;
