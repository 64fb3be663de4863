package io.cloudshop.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A record prints what it holds, into logs and messages of exceptions: none prints a secret. */
class HiddenSecretsIT {

    private static final Path ROOT = Path.of(System.getProperty("cloudshop.root"));
    private static final String OURS = "io/cloudshop/";
    private static final Pattern SECRET = Pattern.compile(
            "(?i).*(password|passphrase|secret|token|credentials?|authorization|cookie|apiKey|privateKey)|environment");
    private static final String VALUE = "known-to-nobody";

    @ParameterizedTest
    @ValueSource(strings = {"auth-service", "products-api", "orders-api", "api-gateway", "frontend"})
    void no_record_of_a_service_prints_a_secret(String service) throws Exception {
        Path app = ROOT.resolve(service).resolve("target/quarkus-app");

        assertThat(talkative(jars(app))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"launcher", "images"})
    void no_record_of_a_tool_prints_a_secret(String module) throws Exception {
        Path target = ROOT.resolve(module).resolve("target");

        assertThat(talkative(jars(target))).isEmpty();
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    /** The records that print the value of a component with such a name. */
    private static List<String> talkative(List<Path> jars) throws Exception {
        List<String> found = new ArrayList<>();
        int checked = 0;
        try (URLClassLoader loader = new URLClassLoader(urls(jars), ClassLoader.getPlatformClassLoader())) {
            for (String name : ourRecords(jars)) {
                found.addAll(secretsPrintedBy(Class.forName(name, false, loader)));
                checked++;
            }
        }
        assertThat(checked).as("records").isPositive();
        return found;
    }

    private static List<String> secretsPrintedBy(Class<?> type) throws Exception {
        List<String> printed = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Object secret = secretOf(component.getType());
            if (SECRET.matcher(component.getName()).matches() && secret != null) {
                if (holding(type, component, secret).toString().contains(VALUE)) {
                    printed.add(type.getName() + "." + component.getName());
                }
            }
        }
        return printed;
    }

    /** A value that would be seen; nothing for types that hold no text, or hide it themselves. */
    private static Object secretOf(Class<?> type) {
        if (type == String.class || type == Object.class || type == CharSequence.class) {
            return VALUE;
        }
        if (type == Optional.class) {
            return Optional.of(VALUE);
        }
        if (type == Map.class) {
            return Map.of(VALUE, VALUE);
        }
        return type == List.class ? List.of(VALUE) : null;
    }

    private static Object holding(Class<?> type, RecordComponent secret, Object value) throws Exception {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Stream.of(components)
                .map(component -> component.getName().equals(secret.getName()) ? value : any(component.getType()))
                .toArray();
        Constructor<?> constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor.newInstance(values);
    }

    private static Object any(Class<?> type) {
        Map<Class<?>, Object> values = Map.of(
                boolean.class,
                false,
                int.class,
                1,
                long.class,
                1L,
                double.class,
                1.0,
                String.class,
                "text",
                List.class,
                List.of(),
                Map.class,
                Map.of(),
                Optional.class,
                Optional.empty());
        return values.get(type);
    }

    private static URL[] urls(List<Path> jars) throws IOException {
        List<URL> urls = new ArrayList<>();
        for (Path jar : jars) {
            urls.add(jar.toUri().toURL());
        }
        return urls.toArray(URL[]::new);
    }

    /** By their bytes: not every class can be loaded where what it extends is left out. */
    private static List<String> ourRecords(List<Path> jars) throws IOException {
        Set<String> names = new TreeSet<>();
        for (Path jar : jars) {
            try (JarFile file = new JarFile(jar.toFile())) {
                for (JarEntry entry : Collections.list(file.entries())) {
                    if (entry.getName().startsWith(OURS) && entry.getName().endsWith(".class")) {
                        ClassModel type =
                                ClassFile.of().parse(file.getInputStream(entry).readAllBytes());
                        if (type.findAttribute(Attributes.record()).isPresent()) {
                            names.add(type.thisClass().asInternalName().replace('/', '.'));
                        }
                    }
                }
            }
        }
        return List.copyOf(names);
    }
}
