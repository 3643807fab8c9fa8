// SPDX-License-Identifier: Apache-2.0
package org.ginnel.lab.bench;

/// The least that a Java program can do: what `ginnel` is compared with.
public final class Hello {
    private Hello() {}

    public static void main(String... arguments) {
        System.out.println("hello");
        Runtime.getRuntime().halt(0);
    }
}
