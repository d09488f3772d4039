package dev.accrete.runtime;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import javax.sql.DataSource;

/** Data sources that behave badly. */
final class TestDataSources {

    private TestDataSources() {}

    /** Where a connection comes from. */
    interface Connections {
        Connection get() throws Exception;
    }

    static DataSource of(Connections connections) {
        return (DataSource) Proxy.newProxyInstance(
                TestDataSources.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (self, method, arguments) -> connections.get());
    }

    /** Several users share one server connection, as behind a transaction pooler. */
    static Connection withoutClose(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                TestDataSources.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (self, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
