// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.supply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringReader;
import java.util.Properties;
import org.ginnel.packaging.PackagingException;

/// Which Java a package brings.
///
/// @param maker such as `Eclipse Adoptium`
/// @param version with its build
record JavaRelease(String maker, String version) {
    static final String NAME = "openjdk";
    private static final String LICENCE = "GPL-2.0-only WITH Classpath-exception-2.0";

    /// The one that runs us, which is the one that a runtime was linked of.
    ///
    /// @param release the runtime's file of that name
    static JavaRelease of(String release) throws IOException {
        var facts = new Properties();
        facts.load(new StringReader(release));
        var linked = facts.getProperty("JAVA_VERSION", "").replace("\"", "");
        if (!linked.equals(System.getProperty("java.version"))) {
            throw new PackagingException("the image has Java " + linked + ", and this is another: make it again");
        }
        return new JavaRelease(System.getProperty("java.vendor"), System.getProperty("java.runtime.version"));
    }

    Component component(ObjectNode described) {
        described
                .put("type", "platform")
                .put("bom-ref", NAME)
                .put("publisher", maker)
                .put("name", NAME);
        described.put("version", version);
        described.putArray("licenses").addObject().put("expression", LICENCE);
        return new Component(described);
    }
}
