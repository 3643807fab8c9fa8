// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.image;

import java.lang.classfile.Annotation;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.attribute.RuntimeInvisibleAnnotationsAttribute;
import java.lang.classfile.attribute.RuntimeVisibleAnnotationsAttribute;

/// Takes out of classes what no running program reads: the tables of local variables, which are a debugger's;
/// annotations that reflection does not show; and what Kotlin's reflection, which we do not have, knows a class by.
/// Numbers of lines stay, for stack traces. What is taken out here is in no jar and in no cache.
final class Stripped {
    private static final String KOTLIN = "Lkotlin/Metadata;";

    private Stripped() {}

    /// The class without it; as it was when it speaks of classes that are not here, as of an optional library.
    ///
    /// @param hierarchy knows the classes that this one speaks of
    static byte[] of(byte[] bytes, ClassHierarchyResolver hierarchy) {
        var format = ClassFile.of(
                ClassFile.DebugElementsOption.DROP_DEBUG,
                ClassFile.ConstantPoolSharingOption.NEW_POOL,
                ClassFile.ClassHierarchyResolverOption.of(hierarchy));
        try {
            return format.transformClass(format.parse(bytes), ClassTransform.dropping(Stripped::isUnread));
        } catch (IllegalArgumentException _) {
            return bytes;
        }
    }

    private static boolean isUnread(ClassElement element) {
        return element instanceof RuntimeInvisibleAnnotationsAttribute
                || (element instanceof RuntimeVisibleAnnotationsAttribute visible
                        && visible.annotations().stream().allMatch(Stripped::isKotlins));
    }

    private static boolean isKotlins(Annotation annotation) {
        return annotation.className().equalsString(KOTLIN);
    }
}
