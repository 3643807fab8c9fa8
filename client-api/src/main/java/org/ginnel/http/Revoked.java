// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

/// The operator has removed the device.
///
/// @param message what it said, at most 200 printable characters
public record Revoked(String message) {}
