package org.emotitune.postgres;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Counts what is asked of a database. */
final class CountedStatements {
    private static final Set<String> ROUND_TRIPS =
            Set.of("createStatement", "prepareCall", "commit", "rollback", "setAutoCommit");

    private final DataSource origin;
    private final AtomicInteger statements = new AtomicInteger();
    private final AtomicInteger others = new AtomicInteger();

    CountedStatements(DataSource origin) {
        this.origin = origin;
    }

    int statements() {
        return statements.get();
    }

    int otherRoundTrips() {
        return others.get();
    }

    /** The same database, counted. */
    DataSource dataSource() {
        return proxy(DataSource.class, (method, arguments) -> {
            Object result = invoke(method, origin, arguments);
            return result instanceof Connection connection ? counted(connection) : result;
        });
    }

    private Connection counted(Connection connection) {
        return proxy(Connection.class, (method, arguments) -> {
            if (method.getName().equals("prepareStatement")) {
                statements.incrementAndGet();
            } else if (ROUND_TRIPS.contains(method.getName())) {
                others.incrementAndGet();
            }
            return invoke(method, connection, arguments);
        });
    }

    private interface Call {
        @Nullable
        Object answer(Method method, @Nullable Object @Nullable [] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> call.answer(method, arguments)));
    }

    private static @Nullable Object invoke(Method method, Object target, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
