import type { Outcome } from '../../runtime/outcome.ts';
import type { CodeConfigurationValues, SourceConfiguration } from '../shapes.ts';
import type { Configuration } from '../store.ts';

/** What App Runner finds in a code repository and what its builds end with. */
export interface RegisteredRepository {
  /** The image that every build ends with, one of the local ECR. */
  readonly image?: string;
  /** What becomes of its containers, where they are scripted. */
  readonly outcome?: Outcome;
  /** What the build prints; default: a few lines that are made up. */
  readonly buildLines?: readonly string[];
  /** Why every build fails, in App Runner's words: `Failed to execute 'build' command`. */
  readonly buildFails?: string;
  /** What its apprunner.yaml says; default: nothing but a runtime. `none`: there is no such file. */
  readonly configurationFile?: Partial<CodeConfigurationValues> | 'none';
}

/** A repository's URL without what does not matter at its end. */
export const normalizedUrl = (url: string): string => url.replace(/\/$/, '').replace(/\.git$/, '');

/** What is known of code repositories. */
export class CodeRepositories {
  readonly #known = new Map<string, RegisteredRepository>();

  /** Says what is in a repository; a second time replaces the first. */
  register(url: string, repository: RegisteredRepository): void {
    this.#known.set(normalizedUrl(url), repository);
  }

  /** What is known of a source's repository; undefined for images too. */
  find({ CodeRepository }: SourceConfiguration): RegisteredRepository | undefined {
    return CodeRepository && this.#known.get(normalizedUrl(CodeRepository.RepositoryUrl));
  }

  /** A configuration as it is built and run: with apprunner.yaml's values where those count. */
  asBuilt(configuration: Configuration): Configuration {
    const { source } = configuration;
    const code = source.CodeRepository;
    if (code?.CodeConfiguration?.ConfigurationSource !== 'REPOSITORY') return configuration;
    const file = this.find(source)?.configurationFile;
    const CodeConfigurationValues = { Runtime: '', ...(file === 'none' ? {} : file) };
    const CodeConfiguration = { ...code.CodeConfiguration, CodeConfigurationValues };
    return {
      ...configuration,
      source: { ...source, CodeRepository: { ...code, CodeConfiguration } },
    };
  }
}
