package chat.hubbub.message;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import chat.hubbub.bus.Bus;
import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Members;
import chat.hubbub.fixture.PostgreSql;
import chat.hubbub.fixture.TestBus;
import chat.hubbub.store.StoreClaim;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.support.GenericApplicationContext;

/**
 * Two servers in one process on one database of PostgreSQL, joined by a bus. Users cannot
 * have that: the second would find the database claimed.
 */
final class TwoNodes {

	private final String[] store = PostgreSql.settings(createFolder());

	private final TestBus hereBus = new TestBus();

	private final TestBus thereBus = new TestBus();

	final BrokerServer here = node(this.hereBus);

	final BrokerServer there = node(this.thereBus);

	TwoNodes() {
		this.hereBus.join(this.thereBus);
	}

	/** Does something here that is not heard of there before it is done. */
	void apart(Runnable act) {
		this.hereBus.cut();
		act.run();
		this.hereBus.mend();
	}

	private BrokerServer node(Bus bus) {
		return BrokerServer.changed(createFolder(), (application) -> change(application, bus),
				Stream.of(this.store, Members.SETTINGS).flatMap(Stream::of).toArray(String[]::new));
	}

	private static void change(SpringApplication application, Bus bus) {
		application.addInitializers((context) -> {
			GenericApplicationContext beans = (GenericApplicationContext) context;
			beans.registerBean("testBus", Bus.class, () -> bus, (definition) -> definition.setPrimary(true));
			beans.registerBean(StoreClaim.class, Claim::new);
			beans.registerBean(Unlocked.class, Unlocked::new,
					(definition) -> definition.setRole(BeanDefinition.ROLE_INFRASTRUCTURE));
		});
	}

	private static Path createFolder() {
		try {
			return Files.createTempDirectory("hubbub");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A node that waits for no other. */
	private static final class Claim implements StoreClaim {

		@Override
		public boolean isFirst() {
			return true;
		}

		@Override
		public void settle() {
			// No node waits.
		}

	}

	/** Removes the claim on the database. */
	private static final class Unlocked implements BeanDefinitionRegistryPostProcessor {

		@Override
		public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
			registry.removeBeanDefinition("postgreSqlStart");
		}

	}

}
