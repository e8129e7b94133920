using Noc.Cli;

return NocCommand.Run(args);
