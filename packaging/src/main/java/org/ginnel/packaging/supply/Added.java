// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.supply;

/// What a package has that no jar is, such as a driver.
///
/// @param licence its SPDX identifier
/// @param text of the licence
public record Added(String name, String version, String licence, String text) {}
