package io.cloudshop.launcher.cli;

import io.cloudshop.stores.Versions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The launcher behind the script {@code cloudshop}. */
@Command(
        name = "cloudshop",
        description = "Runs CloudShop on this machine. The script of that name has the overview: ./cloudshop --help",
        mixinStandardHelpOptions = true,
        versionProvider = CloudShop.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {UpCommand.class, DownCommand.class, StatusCommand.class, LogsCommand.class})
public final class CloudShop implements Runnable {

    @Spec
    private CommandSpec spec;

    private CloudShop() {}

    public static void main(String[] arguments) {
        Console console = new Console();
        int status = new CommandLine(new CloudShop())
                .setExecutionExceptionHandler((failure, line, result) -> {
                    console.complain(String.valueOf(failure.getMessage()));
                    return ExitCode.FAILED;
                })
                .execute(arguments);
        System.exit(status);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do.");
    }

    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {"CloudShop " + Versions.CLOUDSHOP};
        }
    }
}
