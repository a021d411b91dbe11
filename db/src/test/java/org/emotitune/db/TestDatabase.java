package org.emotitune.db;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Gives a test class a migrated database of its own, without data, and drops it afterwards:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final TestDatabase database = new TestDatabase();
 * }</pre>
 *
 * <p>The field must be static; the tests of a class share the database. The server is had once for all test classes of a
 * JVM: the one at {@code TEST_DATABASE_URL} if that is set (its user must be allowed to create databases, and to create
 * the extension {@code vector}); else a container of {@code pgvector/pgvector:pg17} where a Docker engine answers and
 * Testcontainers is on the class path; else the embedded PostgreSQL in a temporary home. If none can be had the tests
 * fail with the reasons.
 *
 * <p>A module that uses it needs the artifact {@code db} of type {@code test-jar}, JUnit, and for containers {@code
 * org.testcontainers:testcontainers-postgresql}, all in scope {@code test}.
 */
public final class TestDatabase implements BeforeAllCallback, AfterAllCallback {
    private @Nullable TestServer server;
    private @Nullable DatabaseAddress address;

    @Override
    public void beforeAll(ExtensionContext context) {
        TestServer running = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(TestDatabase.class))
                .computeIfAbsent(TestServer.class, key -> TestServer.start(System.getenv()), TestServer.class);
        server = running;
        address = running.create();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (server != null && address != null) {
            server.drop(address);
        }
        address = null;
    }

    public DatabaseAddress address() {
        if (address == null) {
            throw new IllegalStateException("the database exists only while the tests of the class run;"
                    + " is the field of TestDatabase static and annotated with @RegisterExtension?");
        }
        return address;
    }

    /** Opens a new connection at each request, about 10 ms. */
    public DataSource dataSource() {
        return address().dataSource();
    }
}
