package io.druidingest.testkit.internal.child;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Calls into classes that are only there at run time: this library is not compiled against what it boots. A member is found by
 * its name and by what its arguments are, whatever its visibility. What it throws arrives unwrapped.
 */
public final class Mirror {

    private static final Map<Class<?>, Class<?>> BOXES = Map.of(
            short.class,
            Short.class,
            int.class,
            Integer.class,
            long.class,
            Long.class,
            boolean.class,
            Boolean.class,
            double.class,
            Double.class);

    private Mirror() {}

    public static boolean exists(String type) {
        try {
            type(type);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    public static Class<?> type(String name) throws ClassNotFoundException {
        return Class.forName(name, true, Mirror.class.getClassLoader());
    }

    public static Object create(String type, @Nullable Object... arguments) throws Exception {
        for (Constructor<?> constructor : type(type).getDeclaredConstructors()) {
            if (takes(constructor, arguments)) {
                constructor.setAccessible(true);
                try {
                    return constructor.newInstance(arguments);
                } catch (InvocationTargetException e) {
                    throw unwrapped(e);
                }
            }
        }
        throw new NoSuchMethodException("new " + type + "/" + arguments.length);
    }

    /** The result of a method of {@code target}'s class, or of a class or interface that it extends. */
    public static Object call(Object target, String name, Object... arguments) throws Exception {
        return invoke(target.getClass(), target, name, arguments);
    }

    /** The result of a static method of a class or interface. */
    public static Object callStatic(String type, String name, Object... arguments) throws Exception {
        return invoke(type(type), null, name, arguments);
    }

    private static Object invoke(Class<?> type, @Nullable Object target, String name, Object... arguments)
            throws Exception {
        Method method = method(type, name, arguments);
        if (method == null) {
            throw new NoSuchMethodException(type.getName() + "." + name + "/" + arguments.length);
        }
        method.setAccessible(true);
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw unwrapped(e);
        }
    }

    public static Field field(Class<?> type, String name) throws NoSuchFieldException {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    private static @Nullable Method method(Class<?> type, String name, @Nullable Object... arguments) {
        for (Method method : type.getDeclaredMethods()) {
            if (method.getName().equals(name) && takes(method, arguments)) {
                return method;
            }
        }
        Class<?> parent = type.getSuperclass();
        Method found = parent == null ? null : method(parent, name, arguments);
        Class<?>[] interfaces = type.getInterfaces();
        for (int i = 0; found == null && i < interfaces.length; i++) {
            found = method(interfaces[i], name, arguments);
        }
        return found;
    }

    private static boolean takes(Executable executable, @Nullable Object... arguments) {
        Class<?>[] types = executable.getParameterTypes();
        boolean fits = types.length == arguments.length;
        for (int i = 0; fits && i < types.length; i++) {
            fits = arguments[i] == null
                    ? !types[i].isPrimitive()
                    : BOXES.getOrDefault(types[i], types[i]).isInstance(arguments[i]);
        }
        return fits;
    }

    private static Exception unwrapped(InvocationTargetException e) {
        Throwable cause = e.getCause();
        if (cause instanceof Error) {
            throw (Error) cause;
        }
        return cause instanceof Exception ? (Exception) cause : e;
    }
}
