package chat.bench.peer;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The class path of a stock server: it has only the libraries of such an application,
 * with one web server and without Hubbub.
 */
public final class ClassPath {

	private static final Pattern STOCK = Pattern
		.compile("spring-(core|beans|context|aop|expression|web|webmvc|websocket|messaging)-\\d.*"
				+ "|spring-boot-(starter-)?(autoconfigure|websocket|servlet|web-server|webmvc|jackson|http-converter|"
				+ "logging|jetty|jetty-runtime|tomcat|tomcat-runtime)-\\d.*|spring-boot(-starter)?-\\d.*"
				+ "|(jackson|tomcat|jetty|jakarta|slf4j|logback|log4j|jul|micrometer|commons-logging|jspecify|snakeyaml"
				+ "|asm)-.*|jakarta\\..*");

	private static final Pattern RELAY = Pattern.compile("(reactor|reactive|netty)-.*");

	private static final Pattern TOMCAT = Pattern.compile(".*tomcat(?!-embed-el).*");

	private static final Pattern JETTY = Pattern.compile(".*jetty.*");

	private ClassPath() {
	}

	static String onTomcat() {
		return without(JETTY);
	}

	static String onJetty() {
		return without(TOMCAT);
	}

	/** The benchmark's own classes, which need nothing else. */
	static String bare() {
		return elements().filter(ClassPath::isBenchmark).collect(Collectors.joining(File.pathSeparator));
	}

	/**
	 * The class path of the little chat with Spring's relay, on Jetty.
	 * @return paths with the separator of this machine
	 */
	public static String withRelay() {
		return Stream
			.concat(Stream.of(onJetty()),
					elements().filter((element) -> RELAY.matcher(Path.of(element).getFileName().toString()).matches()))
			.collect(Collectors.joining(File.pathSeparator));
	}

	private static String without(Pattern server) {
		return elements().filter((element) -> isBenchmark(element) || isStock(Path.of(element), server))
			.collect(Collectors.joining(File.pathSeparator));
	}

	private static boolean isBenchmark(String element) {
		return new File(element, "chat/bench").isDirectory();
	}

	private static boolean isStock(Path element, Pattern server) {
		String name = element.getFileName().toString();
		return STOCK.matcher(name).matches() && !server.matcher(name).matches();
	}

	private static Stream<String> elements() {
		return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator));
	}

}
