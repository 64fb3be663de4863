import com.password4j.Argon2Function;
import com.sun.management.ThreadMXBean;
import de.mkammerer.argon2.Argon2Advanced;
import de.mkammerer.argon2.Argon2Factory;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * What one Argon2id hash costs by implementation and parameters: all of them in turn in one JVM, so that a slow moment of the
 * machine is everybody's. Started by password-hashing.sh.
 */
final class PasswordHashing {

    private static final int WARM_UP = 8;
    private static final int HASH_BYTES = 32;
    private static final byte[] PASSWORD = "a lamp, a chair and a table".getBytes(StandardCharsets.UTF_8);
    private static final byte[] SALT = "sixteen bytes...".getBytes(StandardCharsets.UTF_8);

    /** CLOCK_PROCESS_CPUTIME_ID: the JDK's own measure of the process counts in steps of 10 ms. */
    private static final int CPU_CLOCK = 2;

    private static final MethodHandle CLOCK_GETTIME = Linker.nativeLinker()
            .downcallHandle(
                    Linker.nativeLinker().defaultLookup().findOrThrow("clock_gettime"),
                    FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** The five of OWASP's Password Storage Cheat Sheet, and more passes over the memory of two of them. */
    private static final List<Parameters> PARAMETERS = List.of(
            new Parameters(47104, 1),
            new Parameters(19456, 2),
            new Parameters(12288, 3),
            new Parameters(9216, 4),
            new Parameters(7168, 5),
            new Parameters(19456, 4),
            new Parameters(19456, 5),
            new Parameters(47104, 2));

    private record Parameters(int memoryKib, int iterations) {
        @Override
        public String toString() {
            return "m=" + memoryKib + ", t=" + iterations + ", p=1";
        }
    }

    private record Cost(long nanos, long cpuNanos, long heapBytes, long residentBytes) {}

    @FunctionalInterface
    private interface Argon2id {
        byte[] hash(Parameters parameters) throws Throwable;
    }

    /** Arguments: how many rounds; or an implementation, memory and passes, for five hashes and nothing else. */
    public static void main(String[] arguments) throws Throwable {
        if (arguments.length == 3) {
            Argon2id one = implementations().get(arguments[0]);
            for (int i = 0; i < 5; i++) {
                one.hash(new Parameters(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2])));
            }
            return;
        }
        int rounds = Integer.parseInt(arguments[0]);
        Map<String, Argon2id> implementations = implementations();
        requireEqual(implementations);
        Map<String, List<Cost>> costs = new HashMap<>();
        for (int round = -WARM_UP; round < rounds; round++) {
            for (Parameters parameters : PARAMETERS) {
                for (var implementation : implementations.entrySet()) {
                    Cost cost = measure(implementation.getValue(), parameters);
                    if (round >= 0) {
                        costs.computeIfAbsent(implementation.getKey() + parameters, key -> new ArrayList<>())
                                .add(cost);
                    }
                }
            }
        }
        print(implementations.keySet(), costs);
    }

    private static Map<String, Argon2id> implementations() {
        Map<String, Argon2id> all = new LinkedHashMap<>();
        all.put("password4j", PasswordHashing::password4j);
        all.put("Bouncy Castle", PasswordHashing::bouncyCastle);
        Argon2Advanced jna = Argon2Factory.createAdvanced(Argon2Factory.Argon2Types.ARGON2id, SALT.length, HASH_BYTES);
        all.put("argon2-jvm", p -> jna.rawHash(p.iterations(), p.memoryKib(), 1, PASSWORD, SALT));
        try {
            all.put("libargon2", foreign(SymbolLookup.libraryLookup("libargon2.so.1", Arena.global())));
        } catch (IllegalArgumentException notInstalled) {
            System.err.println("libargon2.so.1 is not installed; without it");
        }
        return all;
    }

    private static byte[] password4j(Parameters p) {
        return Argon2Function.getInstance(
                        p.memoryKib(), p.iterations(), 1, HASH_BYTES, com.password4j.types.Argon2.ID)
                .hash(PASSWORD, SALT)
                .getBytes();
    }

    private static byte[] bouncyCastle(Parameters p) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(p.memoryKib())
                .withIterations(p.iterations())
                .withParallelism(1)
                .withSalt(SALT)
                .build());
        byte[] hash = new byte[HASH_BYTES];
        generator.generateBytes(PASSWORD, hash);
        return hash;
    }

    private static Argon2id foreign(SymbolLookup library) {
        MethodHandle raw = Linker.nativeLinker()
                .downcallHandle(
                        library.findOrThrow("argon2id_hash_raw"),
                        FunctionDescriptor.of(
                                ValueLayout.JAVA_INT,
                                ValueLayout.JAVA_INT,
                                ValueLayout.JAVA_INT,
                                ValueLayout.JAVA_INT,
                                ValueLayout.ADDRESS,
                                ValueLayout.JAVA_LONG,
                                ValueLayout.ADDRESS,
                                ValueLayout.JAVA_LONG,
                                ValueLayout.ADDRESS,
                                ValueLayout.JAVA_LONG));
        return p -> {
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment password = arena.allocateFrom(ValueLayout.JAVA_BYTE, PASSWORD);
                MemorySegment salt = arena.allocateFrom(ValueLayout.JAVA_BYTE, SALT);
                MemorySegment hash = arena.allocate(HASH_BYTES);
                int error = (int) raw.invokeExact(
                        p.iterations(),
                        p.memoryKib(),
                        1,
                        password,
                        (long) PASSWORD.length,
                        salt,
                        (long) SALT.length,
                        hash,
                        (long) HASH_BYTES);
                if (error != 0) {
                    throw new IllegalStateException("argon2id_hash_raw gave " + error);
                }
                return hash.toArray(ValueLayout.JAVA_BYTE);
            }
        };
    }

    private static void requireEqual(Map<String, Argon2id> implementations) throws Throwable {
        for (Parameters parameters : PARAMETERS) {
            byte[] expected = password4j(parameters);
            for (var implementation : implementations.entrySet()) {
                if (!Arrays.equals(expected, implementation.getValue().hash(parameters))) {
                    throw new IllegalStateException(implementation.getKey() + " is no Argon2id at " + parameters);
                }
            }
        }
    }

    private static Cost measure(Argon2id implementation, Parameters parameters) throws Throwable {
        long residentBefore = forgetPeak();
        long heapBefore = THREADS.getTotalThreadAllocatedBytes();
        long cpuBefore = cpuNanos();
        long before = System.nanoTime();
        implementation.hash(parameters);
        return new Cost(
                System.nanoTime() - before,
                cpuNanos() - cpuBefore,
                THREADS.getTotalThreadAllocatedBytes() - heapBefore,
                status("VmHWM") - residentBefore);
    }

    private static long cpuNanos() throws Throwable {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment time = arena.allocate(ValueLayout.JAVA_LONG, 2);
            int error = (int) CLOCK_GETTIME.invokeExact(CPU_CLOCK, time);
            if (error != 0) {
                throw new IllegalStateException("There is no clock of the process's CPU time");
            }
            return time.getAtIndex(ValueLayout.JAVA_LONG, 0) * 1_000_000_000
                    + time.getAtIndex(ValueLayout.JAVA_LONG, 1);
        }
    }

    /** The most resident memory counts from here on (proc(5), clear_refs); gives what is resident now. */
    private static long forgetPeak() throws IOException {
        Files.writeString(Path.of("/proc/self/clear_refs"), "5");
        return status("VmRSS");
    }

    private static long status(String field) throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith(field + ":"))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToLong(kib -> Long.parseLong(kib) * 1024)
                .findFirst()
                .orElseThrow();
    }

    private static void print(Iterable<String> implementations, Map<String, List<Cost>> costs) {
        System.out.println("| parameters | implementation | ms | fastest | CPU ms | heap MiB | resident MiB more |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (Parameters parameters : PARAMETERS) {
            for (String implementation : implementations) {
                List<Cost> of = costs.get(implementation + parameters);
                System.out.printf(
                        Locale.ROOT,
                        "| %s | %s | %.1f | %.1f | %.1f | %.1f | %.1f |%n",
                        parameters,
                        implementation,
                        median(of.stream().mapToLong(Cost::nanos).toArray()) / 1e6,
                        of.stream().mapToLong(Cost::nanos).min().orElseThrow() / 1e6,
                        median(of.stream().mapToLong(Cost::cpuNanos).toArray()) / 1e6,
                        median(of.stream().mapToLong(Cost::heapBytes).toArray()) / 1048576.0,
                        median(of.stream().mapToLong(Cost::residentBytes).toArray()) / 1048576.0);
            }
        }
    }

    private static double median(long[] values) {
        Arrays.sort(values);
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2.0;
    }

    private PasswordHashing() {}
}
