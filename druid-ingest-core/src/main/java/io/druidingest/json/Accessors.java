package io.druidingest.json;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads all properties of a value at once: by reflection, and once that has been often, by one method handle for them
 * all, which the platform compiles to little more than as many reads of fields.
 */
final class Accessors {

    /** Making the handle costs some milliseconds, so that a program that soon ends never pays them. */
    static final int OFTEN = 1_000;

    private final Method[] methods;
    private volatile @Nullable Direct direct;
    private int readings;

    /** Of public methods without parameters. */
    Accessors(List<Method> methods) {
        this.methods = methods.toArray(new Method[0]);
        for (Method m : methods) {
            m.trySetAccessible(); // it is public: this spares a check at each call
        }
    }

    /** What the methods return, in their order. */
    @Nullable Object[] read(Object value) {
        Direct often = direct;
        if (often != null && often.type == value.getClass()) {
            return often.read(value);
        }
        if (++readings == OFTEN) { // a lost count does not matter
            direct = Direct.of(value.getClass(), methods);
        }
        @Nullable Object[] all = new @Nullable Object[methods.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = call(methods[i], value);
        }
        return all;
    }

    static @Nullable Object call(Method accessor, Object value) {
        try {
            return accessor.invoke(value);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("accessor " + accessor + " failed", e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("accessor " + accessor + " must be public, in a public interface", e);
        }
    }

    /** Reads values of one class. */
    private static final class Direct {

        private final Class<?> type;
        private final MethodHandle handle;

        private Direct(Class<?> type, MethodHandle handle) {
            this.type = type;
            this.handle = handle;
        }

        /** Null where the platform or the type does not allow it. */
        static @Nullable Direct of(Class<?> type, Method[] methods) {
            MethodHandle[] each = new MethodHandle[methods.length];
            try {
                for (int i = 0; i < each.length; i++) {
                    Method ofClass = type.getMethod(methods[i].getName()); // needs no look-up, unlike an interface's
                    ofClass.trySetAccessible();
                    each[i] = MethodHandles.lookup()
                            .unreflect(ofClass)
                            .asType(MethodType.methodType(Object.class, Object.class));
                }
                MethodHandle array = MethodHandles.identity(Object[].class).asCollector(Object[].class, each.length);
                return new Direct(
                        type,
                        MethodHandles.permuteArguments(
                                MethodHandles.filterArguments(array, 0, each),
                                MethodType.methodType(Object[].class, Object.class),
                                new int[each.length]));
            } catch (ReflectiveOperationException | IllegalArgumentException e) {
                return null;
            }
        }

        @Nullable Object[] read(Object value) {
            try {
                return (@Nullable Object[]) handle.invokeExact(value);
            } catch (Throwable e) {
                throw new IllegalStateException("an accessor of " + type + " failed", e);
            }
        }
    }
}
