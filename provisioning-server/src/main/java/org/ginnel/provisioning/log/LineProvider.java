// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.log;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.helpers.Reporter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/// What SLF4J logs with in this process once [#take()] was called. Made by SLF4J, by its name.
public final class LineProvider implements SLF4JServiceProvider {
    /// What it is called by others is of no use to operators, and may hold what a caller sent.
    private static final String SILENT = "io.helidon";

    private final LogOutput output = new LogOutput(new FileOutputStream(FileDescriptor.err));
    private final Map<String, LineLogger> loggers = new ConcurrentHashMap<>();
    private final IMarkerFactory markers = new BasicMarkerFactory();
    private final MDCAdapter context = new NOPMDCAdapter();

    /// Has SLF4J log with this. To be called before anything asks for a logger: whoever embeds the service in another
    /// program logs with what that one has.
    public static void take() {
        System.setProperty(Reporter.SLF4J_INTERNAL_VERBOSITY_KEY, "WARN"); // else it tells that it does what follows
        System.setProperty(LoggerFactory.PROVIDER_PROPERTY_KEY, LineProvider.class.getName());
    }

    @Override
    public ILoggerFactory getLoggerFactory() {
        return name -> loggers.computeIfAbsent(name, this::logger);
    }

    private LineLogger logger(String name) {
        return new LineLogger(name, name.startsWith(SILENT) ? Optional.empty() : Optional.of(Level.INFO), output);
    }

    @Override
    public IMarkerFactory getMarkerFactory() {
        return markers;
    }

    @Override
    public MDCAdapter getMDCAdapter() {
        return context;
    }

    @Override
    public String getRequestedApiVersion() {
        return "2.0.99";
    }

    @Override
    public void initialize() {
        // everything is made with this
    }
}
