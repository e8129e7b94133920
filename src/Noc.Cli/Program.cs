using Noc.Cli;

StandardOutput.LeaveTerminalAlone();
return NocCommand.Run(args);
