// SPDX-License-Identifier: Apache-2.0
/// JSON (RFC 8259): read strictly and within bounds, as values that are looked into or as records, and written. Ours,
/// since a program that starts for one command, or stays for months, loads a tenth of what a library for every purpose
/// is made of.
@NullMarked
package org.ginnel.json;

import org.jspecify.annotations.NullMarked;
