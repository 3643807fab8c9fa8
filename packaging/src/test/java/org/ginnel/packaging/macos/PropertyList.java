// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.macos;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// Reads property lists as `PropertyList-1.0.dtd` describes them: nothing that it does not allow is let through.
final class PropertyList {
    private PropertyList() {}

    /// Maps, lists, strings, longs and booleans.
    static Object read(String text) throws IOException {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            var document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
            var type = document.getDoctype();
            if (type == null || !"-//Apple//DTD PLIST 1.0//EN".equals(type.getPublicId())) {
                throw new IOException("not Apple's document type");
            }
            var root = document.getDocumentElement();
            var content = children(root);
            if (!root.getTagName().equals("plist")
                    || !root.getAttribute("version").equals("1.0")
                    || content.size() != 1) {
                throw new IOException("not one value in a plist of version 1.0");
            }
            return value(content.getFirst());
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(e);
        }
    }

    private static Object value(Element element) throws IOException {
        return switch (element.getTagName()) {
            case "dict" -> dictionary(children(element));
            case "array" -> array(children(element));
            case "string" -> leaf(element);
            case "integer" -> Long.valueOf(leaf(element));
            case "true" -> true;
            case "false" -> false;
            default -> throw new IOException("no value: " + element.getTagName());
        };
    }

    private static Map<String, Object> dictionary(List<Element> children) throws IOException {
        var map = new LinkedHashMap<String, Object>();
        for (var at = 0; at < children.size(); at += 2) {
            if (!children.get(at).getTagName().equals("key") || at + 1 == children.size()) {
                throw new IOException("a dict is keys, each with its value");
            }
            if (map.put(leaf(children.get(at)), value(children.get(at + 1))) != null) {
                throw new IOException("twice: " + leaf(children.get(at)));
            }
        }
        return map;
    }

    private static List<Object> array(List<Element> children) throws IOException {
        var list = new ArrayList<Object>();
        for (var child : children) {
            list.add(value(child));
        }
        return list;
    }

    private static String leaf(Element element) throws IOException {
        if (!children(element).isEmpty()) {
            throw new IOException("something in a " + element.getTagName());
        }
        return element.getTextContent();
    }

    private static List<Element> children(Element element) {
        var children = new ArrayList<Element>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(child);
            }
        }
        return children;
    }
}
