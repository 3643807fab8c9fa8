// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

/// The operator has taken the device back with all its keys. Servers that could not be told at once forget them
/// as soon as they can.
///
/// @param id of the device
public record Removed(String id) {}
