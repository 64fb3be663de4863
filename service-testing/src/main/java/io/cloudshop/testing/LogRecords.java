package io.cloudshop.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

/** What is logged while it is open. */
public final class LogRecords extends Handler implements AutoCloseable {

    private static final Logger ROOT = Logger.getLogger("");

    private final List<LogRecord> records = new CopyOnWriteArrayList<>();

    private LogRecords() {}

    public static LogRecords watch() {
        LogRecords watched = new LogRecords();
        ROOT.addHandler(watched);
        return watched;
    }

    /** Without what is said of the machine: on a busy one every thread waits, and Vert.x warns of it. */
    public List<LogRecord> all() {
        return records.stream()
                .filter(line -> !line.getLoggerName().equals("io.vertx.core.impl.BlockedThreadChecker"))
                .toList();
    }

    /** What one class logged. */
    public List<LogRecord> of(Class<?> logger) {
        return records.stream()
                .filter(line -> line.getLoggerName().equals(logger.getName()))
                .toList();
    }

    @Override
    public void publish(LogRecord line) {
        if (line instanceof ExtLogRecord of) {
            of.copyMdc();
        }
        records.add(line);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        ROOT.removeHandler(this);
    }
}
