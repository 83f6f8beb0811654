package com.learnamp.entra.writer.company;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Counts the statements that go to the database. */
public final class CountStatements {

    private final AtomicInteger statements = new AtomicInteger();
    private final CompanyTransactions transactions;

    public CountStatements(DataSource store) {
        transactions = new CompanyTransactions(counting(store), new Patience());
    }

    public CompanyTransactions transactions() {
        return transactions;
    }

    /** Since the last time that it was asked. */
    public int counted() {
        return statements.getAndSet(0);
    }

    private DataSource counting(DataSource store) {
        return proxy(
                DataSource.class,
                store,
                result -> proxy(Connection.class, (Connection) result, same -> same));
    }

    private interface Wrapping {
        Object wrap(Object result);
    }

    private <T> T proxy(Class<T> type, T target, Wrapping wrapping) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader() == null
                                ? CountStatements.class.getClassLoader()
                                : type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, arguments) -> {
                            if (method.getName().equals("prepareStatement")) {
                                statements.incrementAndGet();
                            }
                            try {
                                Object result = method.invoke(target, arguments);
                                return result == null ? null : wrapping.wrap(result);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        }));
    }

    private record Patience() implements StoreConfig {
        @Override
        public Duration lockTimeout() {
            return Duration.ofSeconds(5);
        }

        @Override
        public Duration idleTimeout() {
            return Duration.ofSeconds(60);
        }
    }
}
