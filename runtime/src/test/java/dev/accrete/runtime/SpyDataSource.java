package dev.accrete.runtime;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Counts connections and statements of a data source, and can kill: from the n-th statement on everything fails. */
final class SpyDataSource {

    final AtomicInteger connections = new AtomicInteger();
    final AtomicInteger statements = new AtomicInteger();

    private final DataSource target;
    /** The statement before which everything ends; 0: never. */
    private final int killBefore;
    /** Whether the statement itself still runs, and only its answer is lost. */
    private final boolean killAfter;

    private final Runnable atKill;

    private volatile boolean dead;

    SpyDataSource(DataSource target) {
        this(target, 0, false);
    }

    SpyDataSource(DataSource target, int killBefore, boolean killAfter) {
        this(target, killBefore, killAfter, () -> {});
    }

    /** @param atKill may end the process */
    SpyDataSource(DataSource target, int killBefore, boolean killAfter, Runnable atKill) {
        this.atKill = atKill;
        this.target = target;
        this.killBefore = killBefore;
        this.killAfter = killAfter;
    }

    DataSource dataSource() {
        return proxy(DataSource.class, target);
    }

    boolean isDead() {
        return dead;
    }

    private <T> T proxy(Class<T> type, Object delegate) {
        return type.cast(Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    Object result = call(delegate, method, arguments);
                    if (result instanceof Connection && method.getName().equals("getConnection")) {
                        connections.incrementAndGet();
                        return proxy(Connection.class, result);
                    }
                    if (result instanceof PreparedStatement) {
                        return proxy(PreparedStatement.class, result);
                    }
                    return result instanceof Statement ? proxy(Statement.class, result) : result;
                }));
    }

    private Object call(Object delegate, Method method, Object[] arguments) throws Throwable {
        boolean closes = method.getName().equals("close") || method.getName().equals("isClosed");
        if (dead && !closes) {
            throw new SQLException("killed", "08006");
        }
        boolean counts =
                method.getName().startsWith("execute") || method.getName().equals("commit");
        if (counts && statements.incrementAndGet() == killBefore) {
            dead = true;
            try {
                if (killAfter) {
                    invoke(delegate, method, arguments);
                }
            } finally {
                atKill.run();
            }
            throw new SQLException("killed", "08006");
        }
        return invoke(delegate, method, arguments);
    }

    private static Object invoke(Object delegate, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(delegate, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
