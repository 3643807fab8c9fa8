// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClassArchiveTest {
    @Test
    void ofThisProcess_whatItDoesNotReadGoes_andItLivesOn() {
        var before = bytes();
        assertThat(before).isPositive();
        CleanPages.find().run();
        var after = bytes();
        assertThat(after).isLessThan(before);

        // Every class has its names there, and they are all still the same.
        assertThat(Class.class.getMethods()).extracting(Object::toString).anyMatch(name -> name.contains("forName"));
    }

    private static long bytes() {
        return ClassArchive.unwritten().stream().mapToLong(CleanRange::length).sum();
    }
}
