package chat.hubbub.limit;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The executor for delayed password checks: one thread, while there are any.
 */
@Configuration(proxyBeanMethods = false)
class PasswordQueueConfiguration {

	@Bean(destroyMethod = "shutdownNow", defaultCandidate = false)
	ThreadPoolExecutor lateSignIns() {
		ThreadPoolExecutor one = new ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
				(task) -> {
					Thread thread = new Thread(task, "late-sign-ins");
					thread.setDaemon(true);
					return thread;
				});
		one.allowCoreThreadTimeOut(true);
		return one;
	}

	@Bean
	PasswordQueue passwordQueue(Attempts attempts, KnownAddresses known,
			@Qualifier("lateSignIns") ThreadPoolExecutor workers) {
		Function<Duration, Executor> later = (wait) -> CompletableFuture.delayedExecutor(wait.toMillis(),
				TimeUnit.MILLISECONDS, workers);
		return new PasswordQueue(attempts, known::knows, later);
	}

}
